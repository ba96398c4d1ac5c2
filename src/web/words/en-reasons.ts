import type { Words } from "./words.ts";

const nothingToDo = "Nothing to do: Bacheca tries again by itself, less and less often.";

/** Why something stopped or a portal gives nothing: what happened, what to do. */
export const enReasons: Pick<Words, "reasons" | "faults" | "generalFault"> = {
  reasons: {
    flood: {
      happened: "Many new items arrived at once: perhaps an import, or the portal has changed.",
      toDo: "See whether they are really new. Publish all of them, or choose; dismiss the others.",
    },
    restored: {
      happened:
        "A backup was restored: what went out after it Bacheca does not remember, and it may be on the Page already.",
      toDo: "Look at the Page: dismiss what is there already, publish what is missing.",
    },
    "by-hand": {
      happened: "A person is holding it back.",
      toDo: "Publish it when its time has come, or dismiss it.",
    },
    discarded: {
      happened: "A person decided not to publish it.",
      toDo: "Nothing to do.",
    },
    interrupted: {
      happened: "Bacheca stopped while it was sending, and does not know whether the post appeared.",
      toDo: "Nothing to do: Bacheca looks on the Page and sends it again only if it is surely missing.",
    },
    "gave-up": {
      happened: "After days of tries the post has not left.",
      toDo: "Mend the cause, then send it again.",
    },
    "already-there-not-found": {
      happened: "Facebook says the post is already there, but Bacheca does not find it on the Page.",
      toDo: "Look at the Page. If the post is not there, send it again; if it is, do nothing.",
    },
    slept: {
      happened: "The computer had gone to sleep before sending.",
      toDo: "Nothing to do: it was sent again.",
    },
    processing: {
      happened: "Facebook accepted the film, but after days it still does not show it.",
      toDo: "Look at the Page. If the film is not there, send it again; if it is, dismiss it.",
    },
    "clip-impossible": {
      happened: "This machine cannot make the film.",
      toDo: "Whoever looks after Bacheca sees the technical detail: installing ffmpeg is mostly enough. Then send it again, or choose another format.",
    },
    "machine-busy": {
      happened: "The machine was too busy to make the film in time.",
      toDo: nothingToDo,
    },
    "format-unknown": {
      happened: "The network of this account does not have this format.",
      toDo: "Correct the formats in the authority's file and apply it; dismiss this post.",
    },
    "said-gone": {
      happened: "Facebook says the post is not there. It says so of brand-new posts as well.",
      toDo: "Nothing to do: Bacheca looks again before it believes it.",
    },
    "still-there": {
      happened: "Facebook says the post is not there, but it still shows on the Page.",
      toDo: `${nothingToDo} If it lasts, check the permissions of the connection, or take the post off on the Page itself.`,
    },
    "end-open": {
      happened: "Whether the post went out is not known yet, and has to be settled first.",
      toDo: "Try again in a few minutes.",
    },
    "format-stays": {
      happened: "Facebook lets nobody edit or take off a post of this format.",
      toDo: "A story disappears by itself after 24 hours; before that it can only be taken off on the Page itself.",
    },
    "to-be-removed": {
      happened: "The post is about to be taken off the Page: its text does not change any more.",
      toDo: "There is nothing to do.",
    },
    "no-post": {
      happened: "There is no post on the Page to change.",
      toDo: "There is nothing to do.",
    },
    disconnected: {
      happened: "The connection with the Page does not work any more.",
      toDo: "Connect the Page again with a new token. What is waiting will leave by itself.",
    },
    "login-withdrawn": {
      happened: "The person who had connected the Page has removed Bacheca from their Facebook profile.",
      toDo: "Connect the Page again, as the same person or another. What is waiting will leave by itself.",
    },
    unexplained: {
      happened: "It stopped for a reason this release does not know.",
      toDo: "See the technical detail, or write to those who look after Bacheca.",
    },
  },
  faults: {
    unreachable: {
      happened: "The portal does not answer.",
      toDo: `${nothingToDo} If it lasts, ask those who run the portal.`,
    },
    "name-not-found": {
      happened: "The portal's address does not exist (its name is not found).",
      toDo: "Check how the address is written; if it is right, ask those who run the portal.",
    },
    timeout: { happened: "The portal is too slow: its answer did not come in time.", toDo: nothingToDo },
    "private-address": {
      happened: "The portal's address leads into an internal network, and Bacheca does not go there unasked.",
      toDo: "If the portal really is in your network, set allowPrivateAddress: true for this source.",
    },
    tls: {
      happened: "The portal's certificate is not valid.",
      toDo: "Ask those who run the portal to renew it: citizens see the warning too.",
    },
    "too-many-redirects": {
      happened: "The portal sends from one address to another without end.",
      toDo: "Open the address in a browser and use the one you arrive at.",
    },
    "too-large": {
      happened: "The portal sends a list that is too large.",
      toDo: "Ask for a feed with recent items only.",
    },
    "http-status": {
      happened: "The portal answers with an error.",
      toDo: "Open the address in a browser; if the error stays, ask those who run the portal.",
    },
    busy: { happened: "The portal asks us to wait.", toDo: nothingToDo },
    "empty-body": { happened: "The portal sends an empty page.", toDo: nothingToDo },
    "not-a-feed": {
      happened: "There is no feed at this address.",
      toDo: "Look for the RSS or Atom address on the portal and correct the source's.",
    },
    "html-instead": {
      happened: "Instead of the feed comes a web page: an error, a login, maintenance.",
      toDo: "Open the address in a browser and see what it says.",
    },
    broken: {
      happened: "The feed is damaged and cannot be read.",
      toDo: `${nothingToDo} If it lasts, tell those who run the portal.`,
    },
  },
  generalFault: {
    happened: "The portal gives no readable items, for a reason this release does not know.",
    toDo: nothingToDo,
  },
};
