import { Command, Option } from 'commander';
import { PROBLEM_CODES, type ProblemCode } from '../../model/problem.ts';
import type { SortKey } from '../../store/paging.ts';
import { dbOption, withStore } from '../db.ts';
import { columns, print } from '../print.ts';
import { printCounts } from '../report.ts';

interface Options {
  readonly db: string;
}

/** `digest`: one hash over the whole graph. */
export function digestCommand(): Command {
  return new Command('digest')
    .description('print a hash over all nodes, edges and evidence: equal graphs, equal hashes')
    .addOption(dbOption())
    .action(async ({ db }: Options) => {
      print(await withStore(db, 'read', ({ view }) => view.digest()));
    });
}

/** `counts`: how much the store holds. */
export function countsCommand(): Command {
  return new Command('counts')
    .description('print the number of nodes, evidence and problems')
    .addOption(dbOption())
    .action(async ({ db }: Options) => {
      printCounts(await withStore(db, 'read', ({ view }) => view.counts()));
    });
}

/** `problems`: what is wrong with the data, file by file. */
export function problemsCommand(): Command {
  return new Command('problems')
    .description('list what is wrong with the data: file, field, what was expected')
    .addOption(dbOption())
    .addOption(new Option('--code <code>', 'only problems of this code').choices(PROBLEM_CODES))
    .option('--json', 'print JSON lines')
    .action(({ db, code, json }: Options & { readonly code?: ProblemCode; readonly json?: boolean }) =>
      withStore(db, 'read', async ({ view }) => {
        let after: SortKey | null = null;
        for (;;) {
          const page = await view.problems(code ?? null, {
            limit: 100,
            backward: false,
            after,
            before: null,
            total: false,
          });
          const problems = page.rows.map(({ node }) => node);
          if (json) for (const problem of problems) print(JSON.stringify(problem));
          else {
            const rows = problems.map((p) => [p.code, p.file, p.field ?? '', p.message]);
            for (const line of columns(rows)) print(line);
          }
          after = page.rows.at(-1)?.key ?? null;
          if (!page.hasNextPage || after === null) return;
        }
      }),
    );
}
