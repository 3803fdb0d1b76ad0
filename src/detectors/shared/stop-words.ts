/** Words without substance of their own: giving them back reflects nothing. */
export const STOP: ReadonlySet<string> = new Set(
  `about above after again all also and another any anything are because been before being both but came can cannot come could couldn
  did didn does doesn doing done don down each even ever every few for from get gets getting give given going gone gonna got had has have haven having
  hello help her here hers him his how i'm i've i'll i'd into isn it's its itself just know let like look make may maybe me might mine more most much must my myself
  need never nobody not nothing now off okay once one only other our out over own please put quite rather really right said same say saying says see she should since some somebody
  someone something sorry still such sure take tell than thank thanks that that's the their them then there there's these they they're they've thing things think this those though through time today
  told too two under until upon use very want was wasn way we're we've well went were what what's when where which while who whole why will with won would wouldn yeah yes yet you
  you're you've you'd you'll your yours yourself good morning afternoon evening hiya hey name number call called calling phone day days week weeks month lot bit back point mean means
  actually literally basically alright right fine great lovely perfect ask asked asking try trying tried keep let's can't don't didn't won't isn't doesn't wasn't aren't couldn't wouldn't haven't hasn't hadn't
  ill ive youre youve thats dont cant wont isnt didnt doesnt wasnt theyre theres whats hes shes ain nah aye like um uh er mm hmm ok oh ah im id`.split(
    /\s+/u,
  ),
);
