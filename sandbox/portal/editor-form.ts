import { type Draft, dayInItaly, type Kind, kinds, type PortalItem } from "./item.ts";

export const fieldNames = [
  "kind",
  "reference",
  "title",
  "place",
  "employer",
  "contract",
  "deadline",
  "text",
] as const;
export type FieldName = (typeof fieldNames)[number];

/** What an editor typed, field by field, to be shown again as it was. */
export type FormValues = Record<FieldName, string>;

export type FormReason =
  | "kind-unknown"
  | "title-short"
  | "title-long"
  | "place-missing"
  | "field-long"
  | "deadline-not-a-day"
  | "deadline-past"
  | "reference-form"
  | "reference-taken"
  | "text-short"
  | "text-long";

export type FormErrors = Partial<Record<FieldName, FormReason>>;

/** A form read: either a draft, or what to correct. */
export type FormReading =
  | { values: FormValues; draft: Draft; errors?: undefined }
  | { values: FormValues; draft?: undefined; errors: FormErrors };

export interface FormSurroundings {
  now: Date;
  /** The item being edited; left out when a new one is written. */
  editing?: PortalItem;
  referenceTaken(reference: string): boolean;
}

/** Reads the editors' form as a browser sends it. Unknown fields are ignored, missing ones are empty. */
export function readForm(body: unknown, surroundings: FormSurroundings): FormReading {
  const values = valuesOf(body);
  const errors = errorsOf(values, surroundings);
  if (Object.keys(errors).length > 0) return { values, errors };
  const optional = (field: FieldName) => (values[field] === "" ? undefined : values[field]);
  return {
    values,
    draft: {
      kind: values.kind as Kind,
      title: values.title,
      place: optional("place"),
      employer: optional("employer"),
      contract: optional("contract"),
      deadline: optional("deadline"),
      reference: optional("reference"),
      text: values.text,
    },
  };
}

/** What the form shows before anything was typed. */
export function valuesOfItem(item?: PortalItem): FormValues {
  return {
    kind: item?.kind ?? "offer",
    title: item?.title ?? "",
    place: item?.place ?? "",
    employer: item?.employer ?? "",
    contract: item?.contract ?? "",
    deadline: item?.deadline ?? "",
    reference: item?.reference ?? "",
    text: item?.text ?? "",
  };
}

function valuesOf(body: unknown): FormValues {
  const typed = (body ?? {}) as Record<string, unknown>;
  const values = valuesOfItem();
  for (const field of fieldNames) {
    const value = typed[field];
    // Browsers end the lines of a text area with CRLF.
    values[field] = typeof value === "string" ? value.replace(/\r\n?/g, "\n").trim() : "";
  }
  return values;
}

function errorsOf(values: FormValues, { now, editing, referenceTaken }: FormSurroundings): FormErrors {
  const errors: FormErrors = {};
  if (!(kinds as readonly string[]).includes(values.kind)) errors.kind = "kind-unknown";
  if (values.title.length < 5) errors.title = "title-short";
  if (values.title.length > 200) errors.title = "title-long";
  if (values.place === "" && values.kind !== "notice") errors.place = "place-missing";
  for (const field of ["place", "employer", "contract"] as const) {
    if (values[field].length > 120) errors[field] = "field-long";
  }
  if (values.deadline !== "") {
    if (!isDay(values.deadline)) errors.deadline = "deadline-not-a-day";
    // An item already out may keep the day it had, so that an expired one can still be corrected.
    else if (values.deadline < dayInItaly(now) && values.deadline !== editing?.deadline) {
      errors.deadline = "deadline-past";
    }
  }
  if (values.reference !== "" && values.reference !== editing?.reference) {
    if (!/^[A-Z0-9]{2,12}([-/][A-Z0-9]{1,12}){1,4}$/.test(values.reference))
      errors.reference = "reference-form";
    else if (referenceTaken(values.reference)) errors.reference = "reference-taken";
  }
  if (values.text.length < 20) errors.text = "text-short";
  if (values.text.length > 8000) errors.text = "text-long";
  return errors;
}

/** Whether "2026-02-30" and the like exist. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
