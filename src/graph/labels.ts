import { type CountKey, OTHER_GROUP } from '../store/analytics.ts';
import type { GraphContext } from './context.ts';

const OWNERS = {
  COUNTRY: 'country',
  MINISTER: 'minister',
  PORTFOLIO: 'portfolio',
  OFFICIAL: 'official',
} as const;

/** What people call the value that events were counted by: the node's name; years, types and statuses as they are. */
export async function labelOf(
  counted: CountKey | null,
  key: string | null,
  context: GraphContext,
): Promise<string | null> {
  if (key === null || key === OTHER_GROUP || counted === null || !(counted in OWNERS)) return key;
  const kind = OWNERS[counted as keyof typeof OWNERS];
  return (await context.names())[kind].byId(key)?.name ?? key;
}
