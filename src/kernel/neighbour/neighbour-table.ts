/**
 * The neighbour table of one network namespace: rows by device and address (`arp_tbl`).
 */
import type { Ipv4 } from '../../addr/ipv4';
import type { Device } from '../devices/device';
import { Neighbour, type NeighbourActions } from './neighbour';

export class NeighbourTable {
  readonly #rows = new Map<Device, Map<Ipv4, Neighbour>>();
  readonly #actions: NeighbourActions;

  constructor(actions: NeighbourActions) {
    this.#actions = actions;
  }

  find(device: Device, address: Ipv4): Neighbour | undefined {
    return this.#rows.get(device)?.get(address);
  }

  findOrCreate(device: Device, address: Ipv4): Neighbour {
    let rows = this.#rows.get(device);
    if (rows === undefined) {
      rows = new Map();
      this.#rows.set(device, rows);
    }
    let row = rows.get(address);
    if (row === undefined) {
      row = new Neighbour(device, address, this.#actions);
      rows.set(address, row);
    }
    return row;
  }

  delete(device: Device, address: Ipv4): boolean {
    const row = this.find(device, address);
    row?.destroy();
    this.#rows.get(device)?.delete(address);
    return row !== undefined;
  }

  /** `ip neigh del`. */
  deleteByAdmin(device: Device, address: Ipv4): boolean {
    this.find(device, address)?.giveUp();
    return this.delete(device, address);
  }

  /** `ip neigh flush`, which spares PERMANENT and NOARP. */
  flushByAdmin(device: Device): void {
    for (const { state, address } of [...(this.#rows.get(device)?.values() ?? [])]) {
      if (state !== 'permanent' && state !== 'noarp') this.deleteByAdmin(device, address);
    }
  }

  /** `neigh_changeaddr`, `neigh_ifdown`: the device's rows that fit go. */
  flush(device: Device, fits: (row: Neighbour) => boolean = () => true): void {
    for (const row of [...(this.#rows.get(device)?.values() ?? [])]) {
      if (fits(row)) this.delete(device, row.address);
    }
  }

  *rows(): IterableIterator<Neighbour> {
    for (const rows of this.#rows.values()) yield* rows.values();
  }
}
