/// The small classes of words that grammar closes: nobody adds to them but by a change of rule.
enum ClosedClasses {
  /// Titles that are cut short, with their full forms.
  static let shortTitles = [
    ("mister", "mr"), ("missus", "mrs"), ("dr", "doctor"), ("capt", "captain"), ("col", "colonel"),
    ("gen", "general"), ("maj", "major"), ("lt", "lieutenant"), ("lieut", "lieutenant"),
    ("sgt", "sergeant"), ("prof", "professor"), ("rev", "reverend"), ("mme", "madame"),
    ("mlle", "mademoiselle"),
  ]

  /// What one relation is called: a row for each.
  static let kin = [
    "mother mum mom mummy mommy mama mamma ma mam",
    "father dad daddy papa pa",
    "grandmother grandma granny gran nana nanna",
    "grandfather grandpa grandad granddad gramps",
    "aunt auntie aunty",
  ]

  /// Each class with its words.
  static let all: [(WordClass, String)] = [
    ([.he], "he il él ele er"),
    ([.she], "she elle ella ela"),
    ([.they], "they ils elles ellos ellas"),
    ([.first], "i je yo ich j"),
    ([.firstPlural], "we nous nosotros wir"),
    ([.second], "you tu vous tú usted"),
    ([.it], "it"),
    ([.hisForm], "him his himself"),
    ([.herForm], "her hers herself"),
    ([.theirForm], "them their theirs themselves themself"),
    ([.myForm], "me my mine myself"),
    ([.determiner], "the a an another this that one le la l un une el los las der die das"),
    ([.determiner, .maleArticle], "le un el il der"),
    ([.determiner, .femaleArticle], "la une una die"),
    ([.possessive], "his her my their our your its son sa ses mon ma mes su sus mi mis"),
    (
      [.filler],
      """
      then had has have again also merely only at last once more now just never still always almost \
      all both finally too even soon ever there here simply instead suddenly back not first next \
      quite rather very half did does do could would should might must can will is was were are \
      be been being to himself herself themselves itself myself did't didn't slowly thus aloud \
      long hastily ne se lui leur me te y que nevertheless however presently
      """
    ),
    (
      [.auxiliary],
      """
      had has have did does do could would should might must can will is was were are be been being \
      shall may couldn't wouldn't didn't doesn't don't can't won't isn't wasn't aren't weren't
      """
    ),
    (
      [.preposition],
      """
      of with in on at from to by for into onto upon over under through across behind before after \
      beside between against toward towards around about near without within like down up off as \
      de du des à avec sur dans con sin en por para
      """
    ),
    ([.relative], "who which whose whom that qui que quien"),
    ([.conjunction], "and but or nor so yet et mais y pero und"),
    (
      [.bodyNoun],
      """
      voice eyes eye face hand hands head lips mouth brow brows eyebrow eyebrows shoulders shoulder \
      gaze smile grin expression tone jaw cheeks cheek fingers finger fist fists breath brows ears \
      chin nose throat heart stomach arm arms feet knees legs mind hair body words answer reply \
      laugh laughter stare glare frown tears features tongue teeth chest
      """
    ),
    (
      [.bodyNoun, .speechNoun],
      """
      answer reply response remark retort rejoinder question comment exclamation observation \
      inquiry enquiry query declaration suggestion greeting verdict protest objection admission \
      explanation conclusion advice whisper cry shout thought opinion
      """
    ),
    (
      [.mannerNoun],
      """
      tone tones voice breath smile grin frown laugh laughter accent accents undertone chorus unison \
      haste surprise amazement astonishment manner air glance look nod shrug start sob shudder wink \
      bow gesture delight horror dismay relief disgust triumph emphasis
      """
    ),
    ([.copula], "was is were came comes"),
    ([.callsMen], "sir gentlemen lads son guv guv'nor governor mister bro dude monsieur señor"),
    (
      [.callsSeveral],
      "everybody everyone guys folks people ladies gentlemen gents girls boys lads lasses kids"
        + " children friends y'all yall team class"
    ),
    ([.callsWomen], "ma'am madam mum miss missus ladies m'lady madame mademoiselle señora marm"),
    (
      [.epithet],
      """
      old little young poor dear good great big tall small elder younger eldest youngest older fat \
      sweet beautiful pretty brave honest worthy unfortunate unhappy wretched gentle gallant stout \
      sly wicked late clever silly
      """
    ),
    ([.particle], "de von van du la le del della di da der den ter ap mac al el bin ibn of y st"),
    (
      [.abbreviation],
      """
      mr mrs ms mx dr st mme mlle messrs capt col maj gen lt lieut sgt prof rev hon esq jr sr vs \
      etc a b c d e f g h j k l m n o p q r s t u v w x y z
      """
    ),
    (
      [.action],
      """
      nodded nods smiled smiles shrugged shrugs grinned grins sighed sighs frowned frowns laughed \
      laughs turned turns looked looks glanced glances stared stares blinked blinks leaned leans \
      leant shook shakes raised raises lifted lifts crossed crosses folded folds rolled rolls \
      winced winces flinched flinches swallowed swallows paused pauses hesitated hesitates snorted \
      snorts smirked smirks scowled scowls stood stands rose rises sat sits stepped steps walked \
      walks reached reaches took takes put puts rubbed rubs ran runs pulled pulls pushed pushes \
      opened opens closed closes stopped stops gave gives held holds leapt wiped wipes tapped taps \
      tilted tilts bit bites cleared clears waved waves pointed points gestured gestures \
      straightened straightens sniffed sniffs groaned groans coughed coughs chuckled giggled \
      blushed blushes bowed bows drew draws threw throws kissed kisses hugged hugs
      """
    ),
    (
      [.vocativeLead],
      "oh o ah my dear well yes no now hey hello hi hullo please thanks thank sorry come why and but"
        + " dearest sweet poor old good night morning evening bye goodbye you so then sir madam okay"
        + " ok look listen here"
    ),
    ([.enclitic], "il elle ils elles on je t nous vous tu"),
    ([.verbParticle], "on in out up off again"),
    (
      [.irregularPast],
      """
      was were had did took felt saw knew got gave made left kept held stood sat ran went came began \
      broke bit blew brought built bought caught chose drew drank drove ate fell fought found flew \
      forgot froze grew heard hid hit hung knelt laid led leant leapt let lit lost meant met paid \
      put rang rode rose sank sent set shook shot shut slept slid spent spun sprang stole stuck \
      stared struck swam swept swung taught tore threw understood woke wore won
      """
    ),
  ]
}
