const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that are no name behind «my name is»: «is not on the list», «is spelt wrong», «is mud», and what a name ends before. */
export const NO_NAME = set(
  "a about above account added after again all already also always am an and any are as ask asking at back be because been before being below blocked both but by call called caller calling can " +
    "cant case changed changing clear clearly come coming confirmed correct correctly could currently customer did different do does doing done dont down else email entered error ever every fine first following for " +
    "from full funny gave get getting give given go going gone good got had has hasnt have having he hello help her here hers hey hi him his hold hour how i id if im in incorrect incorrectly into is isnt it " +
    "its ive just know known last late later like line listed little long longer look looking lost made me miss missing misspelled misspelt more most mr mrs ms mud my name need never new no none not nothing now number " +
    "of off oh ok okay old on one only or order our out over ours phone please pretty printed problem put ready really registered reg regarding removed right same saved second see seen shall she short should shown showing since so some " +
    "something sorry speak speaking spelled spelling spelt still such sure taken tell thank thanks that thats the their them then there these they thing this those though thought through to today told too trying two um uh " +
    "under unfortunately unhappy up us using very via waiting want wanted was wasnt way we well went were what whatever when where which while who why will with within without won wondering wrong wrongly written ah aha alright cool perfect great shoot lovely brilliant uhhuh mhm hmm huh mm plus mine misleading whatever except stuff there's refund cancel decency heaven love justice god fairness jesus common yeah yep yes yet you your yours",
);

/** Capitalised words that are no name behind «I'm» and «this is»: nations, creeds, companies' ways, feelings, days. */
export const NO_PERSON = set(
  "american british english irish scottish welsh canadian australian indian african asian european french german italian spanish portuguese dutch polish russian chinese japanese korean mexican " +
    "brazilian muslim christian catholic jewish hindu buddhist sikh gay autistic deaf diabetic monday tuesday wednesday thursday friday saturday sunday january february march april june july " +
    "august september october november december ridiculous unacceptable awful terrible outrageous absolutely amazing unbelievable great urgent frustrating disgusting disgraceful " +
    "amazon google apple facebook microsoft internet customer agent support billing sales team god lord christ jesus hopeless fed still sick furious livid nobody everyone everything nonsense " +
    "sorry hoping happy glad unable aware afraid curious interested trying worried confused annoyed upset angry disappointed",
);

/** Names that are everyday words too: elsewhere they are masked only where they are written as names, inside a sentence. */
export const EVERYDAY = set(
  "will may mark grace hope rose bill joy faith sue art price young best long green white brown black king day june april august summer dawn star rich frank jack bob chase drew grant guy jean " +
    "pat ray rob sandy skip stone wood woods field hall hill lake park banks love light short small little cook baker carpenter mason miller page power powers fair fox bird rice cash case bell " +
    "church cross west north east street major noble sharp strong swift good friend christian cherry daisy lily olive ivy angel crystal amber ruby pearl penny sky story " +
    "holiday winter snow rain flower home house win won an man an do so no an in on at to she he my me you we us call order call not the and is are was a be pay back help line",
);

/** Particles inside a name. */
export const PARTICLE = set(
  "de da del della di la le van von der den ter ten bin ibn al el mc mac st o' dos das du y",
);

/** Titles, which are left standing. */
export const TITLE = set("mr mrs ms miss mx dr doctor prof professor sir madam rev reverend");
