/** The recorded time axis: the graph as it was. */
import { DateTime } from '../scalars.js';
import { defineArguments, type InputMember } from './define.js';

export const AS_OF: InputMember = {
  name: 'asOf',
  type: () => DateTime,
  description: 'As the graph was at this moment, here and in what is selected below. Now, or as around it, where it is not given.',
};
export const AsOfArguments = defineArguments('AsOfArguments', [AS_OF]);

export interface AsOf {
  readonly asOf?: string | null;
}
