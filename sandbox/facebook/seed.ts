/** What exists before anybody calls. Fixed, so that configurations and tests can name it. */

export interface AppSeed {
  id: string;
  secret: string;
  name?: string;
  /** The dashboard's "Require App Secret" switch (section 3.7). */
  requireProof?: boolean;
  /** The version that was current when the app was created: it cannot call older ones (section 1). */
  createdWith?: string;
  /** Permissions with Advanced Access (section 3.8); default all. Without, only people with a role on the app show. */
  advancedAccess?: "all" | string[];
  /** Development mode: what the app publishes is seen, and events are sent, for people with a role only. */
  development?: boolean;
  /** The "Human Agent" feature was granted: messages up to 7 days (section 13.2); default not. */
  humanAgent?: boolean;
  /** Redirect addresses of the login dialog; default any https one, and http on this computer. */
  redirectUris?: string[];
  /** Configurations of Login for Business by id (section 3.5): frozen permissions, perhaps a system user's token. */
  configurations?: Record<string, { scopes: string[]; system?: boolean }>;
  deauthorizeUrl?: string;
  dataDeletionUrl?: string;
}

export interface PageSeed {
  /** Decimal string. Left out: the next free one. */
  id?: string;
  name?: string;
  /** The Page token of the seed's person and app. Left out: made from the Page's number. */
  token?: string;
  category?: string;
  about?: string;
  /** Page tasks of the person behind the token (section 4). */
  tasks?: string[];
}

export interface Seed {
  app: { id: string; secret: string; name: string };
  page: { id: string; name: string };
  pageToken: string;
  userToken: string;
  secondPage: { id: string; name: string };
  secondPageToken: string;
  /** A SYSTEM_USER token: no person's password change ends it (section 3.6). */
  systemUserToken: string;
  /** A USER token of somebody else, given through another app: valid, but without a role on any Page here. */
  strangerToken: string;
}

export const SEED: Seed = {
  app: { id: "138483919580948", secret: "0123456789abcdef0123456789abcdef", name: "Bacheca" },
  page: { id: "100000000000001", name: "Provincia di Valdilago – Lavoro (simulazione)" },
  pageToken: "EAAsim0000000000000000page1",
  userToken: "EAAsim0000000000000000user1",
  secondPage: { id: "100000000000002", name: "CST Terra dei Calanchi – Portale lavoro (simulazione)" },
  secondPageToken: "EAAsim0000000000000000page2",
  systemUserToken: "EAAsim000000000000000system1",
  strangerToken: "EAAsim000000000000000stranger",
};

export const STRANGER_APP: AppSeed = {
  id: "240000000000001",
  secret: "fedcba9876543210fedcba9876543210",
  name: "Un'altra app",
};

export const PERSON_ID = "10100000000000001";
export const STRANGER_ID = "10100000000000099";
export const SYSTEM_USER_ID = "61550000000000001";

export const PAGE_SCOPES = [
  "pages_show_list",
  "pages_read_engagement",
  "pages_manage_posts",
  "pages_manage_engagement",
  "pages_read_user_content",
  "pages_manage_metadata",
  "pages_messaging",
  "read_insights",
];

export const PAGE_TASKS = ["ADVERTISE", "ANALYZE", "CREATE_CONTENT", "MESSAGING", "MODERATE", "MANAGE"];
