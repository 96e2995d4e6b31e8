/**
 * The first place of a list, in order, that is not before something; its length when all are. Found by halving.
 *
 * @param size Length of the list.
 * @param isBefore Of a place of the list: true up to some place, false from there on.
 */
export const lowerBound = (size: number, isBefore: (index: number) => boolean): number => {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
};
