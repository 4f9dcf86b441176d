import { DateBasisEnum, DatePrecisionEnum } from './enums.ts';
import { EventDateRef } from './refs.ts';

EventDateRef.implement({
  description: 'When an event happened or will happen, as exactly as a release says and no more.',
  fields: (t) => ({
    edtf: t.exposeString('edtf', {
      description: 'EDTF level 0 (ISO 8601-2): `2006-11-17`, `2005-05`, `2007` or `2013-09-15/2013-09-19`.',
    }),
    earliest: t.expose('earliest', { type: 'Date', description: 'The first day that it can mean.' }),
    latest: t.expose('latest', {
      type: 'Date',
      description: 'The last day that it can mean; never before `earliest`.',
    }),
    precision: t.expose('precision', { type: DatePrecisionEnum, description: 'How exact it is.' }),
    basis: t.expose('basis', {
      type: DateBasisEnum,
      description: 'Whether the text says it or it was worked out.',
    }),
  }),
});
