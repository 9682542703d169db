/** The recorded time axis: the graph as it was. */
import { DateTime } from '../scalars.js';
import { defineArguments, type InputMember } from './define.js';

export const AS_OF: InputMember = {
  name: 'asOf',
  type: () => DateTime,
  description:
    'Reads the graph as of this time, here and in the selection below. Defaults to the `asOf` of the enclosing field, otherwise to the current time.',
};
export const AsOfArguments = defineArguments('AsOfArguments', [AS_OF]);

export interface AsOf {
  readonly asOf?: string | null;
}
