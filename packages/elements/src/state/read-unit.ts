/** What is opened or pointed at, as a link has it. */
import type { Unit } from '../events/unit-select.js';
import { isPlainObject } from './plain-data.js';
import { badSetting } from './state-errors.js';

const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Whether the network has such a unit is its own to see. @throws StateError `BAD_SETTING` */
export function readUnit(data: unknown): Unit {
  const expected = 'a layer, a unit and, of a cell, its row and column';
  if (!isPlainObject(data)) throw badSetting('opened', expected, data);
  const { layer, unit, row, column, ...others } = data;
  const isCell = isPlace(row) && isPlace(column);
  const isWhole = row === undefined && column === undefined;
  if (typeof layer !== 'string' || !isPlace(unit) || !(isCell || isWhole) || Object.keys(others).length > 0)
    throw badSetting('opened', expected, data);
  return isCell ? { layer, unit, row, column } : { layer, unit };
}
