// The explorers are marked internal, so cosmiconfig's own declarations leave them out; its version is pinned exactly.
declare module "cosmiconfig/dist/Explorer.js" {
  import type { PublicExplorer } from "cosmiconfig";
  export const Explorer: new (options: object) => PublicExplorer;
}
declare module "cosmiconfig/dist/ExplorerSync.js" {
  import type { PublicExplorerSync } from "cosmiconfig";
  export const ExplorerSync: new (options: object) => PublicExplorerSync;
}
