import type { DialogWords } from "./words.ts";

export const ENGLISH: DialogWords = {
  banner: "Simulation",
  sentence: "Not Facebook: this is the login window of the pretend world.",
  title: (app) => `Connect ${app}`,
  intro: (app) => `${app} asks to use your Pages. Choose which ones, and what it may do.`,
  person: "Who is logging in",
  pages: "Pages",
  noPages: "This person has no role on any Page.",
  permissions: "Permissions",
  frozen: "The app's configuration asks for all of them together.",
  goOn: "Continue",
  cancel: "Cancel",
  scopes: {
    pages_show_list: "See the list of Pages",
    pages_read_engagement: "Read the Page's posts",
    pages_manage_posts: "Publish, edit and delete posts",
    pages_manage_engagement: "Answer comments and moderate them",
    pages_read_user_content: "Read comments and visitors' posts",
    pages_manage_metadata: "Be told what happens on the Page",
    pages_messaging: "Read and write the Page's messages",
    read_insights: "Read the statistics",
  },
  refusals: {
    "no-app": "There is no such app.",
    "bad-redirect": "The return address is not one of the app's, or is not secure.",
    "no-config": "This app has no such configuration.",
    "response-type": "Only response_type=code is imitated here.",
  },
  refused: "Login is not possible",
};
