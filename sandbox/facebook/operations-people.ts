import type { OperationTable } from "./operation.ts";

/** What people do on a Page, and what the Page does with it. */
export const PEOPLE_ON_PAGE: OperationTable<"page"> = {};
export const PEOPLE_ON_POST: OperationTable<"post"> = {};
export const COMMENT: OperationTable<"comment"> = {};
export const PERSON: OperationTable<"person"> = {};
