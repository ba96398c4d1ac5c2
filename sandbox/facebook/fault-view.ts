import type { Fault } from "./faults.ts";

/** A fault as others see it: "forever" instead of a number JSON cannot write. */
export type FaultView = Omit<Fault, "remaining"> & { remaining: number | "forever" };

export function viewFault(fault: Fault): FaultView {
  return { ...fault, remaining: Number.isFinite(fault.remaining) ? fault.remaining : "forever" };
}
