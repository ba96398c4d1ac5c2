import { enFile } from "./en-file.ts";
import type { PersonsWords } from "./words.ts";

const many = (one: string, more: string) => (count: number) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString("en-GB")} ${more}`;

export const en: PersonsWords = {
  title: "Personal data",
  lead: "What is held of a person who wrote to us: to answer them, to give them a copy, to erase it.",
  search: {
    label: "Name, or the network's id",
    hint: "What you look for is written down nowhere, not even in the address of the page.",
    authority: "Authority",
    all: "all my authorities",
    button: "Search",
  },
  toRetention: "How long data is kept, and what each night erased",
  results: {
    title: "People found",
    none: "Nothing is held of anybody with this name or id.",
    noneHint:
      "Whoever writes in private often has no name for us: look for their id, which is in every extract of the conversation.",
    more: "The first 50 are shown: add a word.",
    nameless: "Without a name",
    id: (personId) => `Id ${personId}`,
    last: (moment) => `last heard of ${moment}`,
    open: "Open",
  },
  back: "Look for somebody else",
  person: {
    held: "What is held",
    heldLead: "How much, not what: the texts are in the conversations and in the copy.",
    conversations: "The conversations",
    conversation: (kind, moment) =>
      `${kind === "private" ? "Private conversation" : "Public discussion"}, last message ${moment}`,
    requests: "Requests about their own data",
    noRequest: (day) =>
      `There is none in the messages. Last day to answer a request that came today by another way: ${day} (one month, art. 12 GDPR).`,
    request: (received) => `Received: ${received}`,
    expires: (day) => `last day ${day}`,
    outcomes: { answered: "answered", refused: "refused", "not-a-request": "was no request" },
    toAnswer: "waits for an answer",
    give: "Give a copy of the data",
    giveLead:
      "A ZIP file with a page to read, the same data as JSON and the files received. The notes of colleagues and the texts of decisions are in it, too.",
    giveCheck:
      "Before you hand it over, make sure who the person is, and that texts and notes hold no data of others.",
    export: "Download the copy",
    erase: "Erase",
    eraseLead: "First you see what goes and what stays, and why. There is no way back.",
    toErase: "See what would be erased",
    notYours: "Copies and erasing are for the head and the administrator.",
  },
  counted: {
    conversations: many("conversation", "conversations"),
    messages: many("message", "messages"),
    attachments: many("file received", "files received"),
    replies: many("answer sent from here", "answers sent from here"),
    drafts: many("draft of an answer", "drafts of answers"),
    notes: many("internal note", "internal notes"),
    notices: many("noted automatic notice", "noted automatic notices"),
    events: many("event of the network", "events of the network"),
    triage: many("result of triage", "results of triage"),
    alerts: many("alert", "alerts"),
    requests: many("request about their own data", "requests about their own data"),
    decisions: many("decision", "decisions"),
    reviews: many("request for a review", "requests for a review"),
    extracts: many("extract for the register", "extracts for the register"),
    deletions: many("erasing already done", "erasings already done"),
    logins: many("account connected by this person", "accounts connected by this person"),
  },
  kinds: {
    conversations: "Conversations",
    messages: "Messages",
    attachments: "Files received",
    replies: "Answers sent from here",
    drafts: "Drafts of answers",
    notes: "Internal notes",
    notices: "Automatic notice",
    events: "Events of the network, as they arrived",
    triage: "Automatic triage",
    alerts: "Alerts",
    requests: "Requests about their own data",
    decisions: "Decisions",
    reviews: "Requests for a review",
    extracts: "Extracts for the register",
    deletions: "Erasings",
    logins: "Connected accounts",
  },
  erase: {
    title: (name) => `Erase the data of ${name}`,
    lead: "Nothing is erased yet.",
    goes: "What goes",
    emptied: many("decision loses its texts", "decisions lose their texts"),
    stays: "What stays, and why",
    staysNothing: "Nothing else.",
    discussions: (count) =>
      `${count === 1 ? "1 discussion" : `${count} discussions`} in which others wrote as well: their words and ours stay, without this person's name.`,
    decisions: (count) =>
      `${count === 1 ? "1 decision" : `${count} decisions`} in the public register: rule, action, day and hash, without name and without text (acts are public).`,
    texts: (count, until) =>
      `The texts of ${count === 1 ? "1 decision that is" : `${count} decisions that are`} not final: whoever reviews it, or can still contest it, needs them (art. 17 par. 3 e). They go by themselves in the night after${until === undefined ? " the review or the block ends" : ` (${until} at the earliest)`}.`,
    extracts: (count) =>
      `${count === 1 ? "1 extract" : `${count} extracts`} already in the authority's register (art. 17 par. 3 d): our copy goes when its term is over.`,
    trail: "That you erased, when and why, without texts and without names.",
    pending:
      "A request of theirs about their own data still waits for an answer: if they asked for a copy, download it first. The request goes together with the conversation.",
    ground: "On which ground",
    grounds: {
      "not-needed": "the data is no longer needed for what it was collected for",
      "consent-withdrawn": "the person withdrew their consent",
      objection: "the person objected and no other ground prevails",
      unlawful: "the data was processed unlawfully",
      "legal-duty": "a law demands it",
    },
    reference: "Register number of the request (optional)",
    referenceHint: "The number only: no name.",
    confirm: "I have read what goes and what stays",
    confirmHint: "Afterwards nothing can be brought back, not even from here.",
    button: "Erase for good",
    cancel: "Go back without erasing",
    network:
      "Nothing changes on the network: what the person wrote there is theirs, or the network's, to remove.",
    nothing: "There is nothing left to erase: what stays is explained below.",
  },
  faults: {
    ground: "Choose the ground.",
    confirm: "Tick the box of the confirmation.",
    changed:
      "Meanwhile something has changed: a message came, or a decision became final. Nothing was erased: read again and confirm.",
    reference: "The register number is too long.",
  },
  erased: {
    title: "Erased",
    done: many("row erased or emptied", "rows erased or emptied"),
    code: "Code of the erasing",
    codeHint:
      "You can give it to the person: at this address they see that it was done. It does not hold their name.",
    comesBack:
      "What they had written until now does not come back, not even if the network repeats it or a backup is restored. If they write again, it is a new conversation.",
  },
  file: enFile,
};
