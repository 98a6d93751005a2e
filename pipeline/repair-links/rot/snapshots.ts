/** Addresses of snapshots: what follows the host is the address of a page as the keeper filed it. */
const keeper =
  /^https?:\/\/(?:web\.archive\.org\/web\/|(?:[\w-]+\.)?archive-it\.org\/|archive\.(?:today|ph|is|li|vn|fo|md)\/|(?:www\.)?webcitation\.org\/|perma\.cc\/|(?:www\.)?webarchive\.org\.uk\/|arquivo\.pt\/|timetravel\.mementoweb\.org\/)/i

/** Whether an address is that of a snapshot, which is kept so that it does not rot. */
export function isSnapshot(address: string): boolean {
  return keeper.test(address)
}
