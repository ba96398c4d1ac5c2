/** Whether the portal wrote in the place of a name that there is none to be told. */
export function isReserved(employer: string): boolean {
  return /riservat|confidential|anonim/i.test(employer);
}
