/**
 * Which of the kept things have moved: as few as possible, namely those outside the longest run that kept its order.
 * @param places the earlier place of each, in the present order
 */
export function movedAmong(places: readonly number[]): ReadonlySet<number> {
  const best: number[] = [];
  const previous: number[] = [];
  for (const [index, place] of places.entries()) {
    best[index] = 1;
    previous[index] = -1;
    for (let earlier = 0; earlier < index; earlier += 1) {
      if ((places[earlier] ?? 0) < place && (best[earlier] ?? 0) + 1 > (best[index] ?? 0)) {
        best[index] = (best[earlier] ?? 0) + 1;
        previous[index] = earlier;
      }
    }
  }
  const stayed = new Set<number>();
  for (let at = best.indexOf(Math.max(0, ...best)); at >= 0; at = previous[at] ?? -1) stayed.add(places[at] ?? -1);
  return new Set(places.filter((place) => !stayed.has(place)));
}
