/** Adds items to an array, however many: spread into a call, a hundred thousand would overflow the stack. */
export function append<Item>(array: Item[], items: Iterable<Item>): void {
  for (const item of items) array.push(item);
}
