/// The words that a narrator's tag is made of.
///
/// Source: the verbs that English and French fiction sets beside speech, by common knowledge; both
/// tenses, since fan fiction is often in the present.
enum TagWords {
  private static func set(_ words: StaticString) -> Set<String> {
    Set(words.description.split(separator: " ").map(String.init))
  }

  /// English verbs of saying.
  static let saying = set(
    """
    said says say asked asks ask replied replies reply answered answers answer cried cries cry \
    exclaimed exclaims remarked remarks observed observes added adds continued continues \
    returned whispered whispers shouted shouts murmured murmurs muttered mutters called calls \
    repeated repeats began begins inquired inquires enquired enquires demanded demands \
    declared declares suggested suggests explained explains interrupted interrupts ventured \
    ventures retorted retorts responded responds laughed laughs sighed sighs screamed screams \
    yelled yells snapped snaps growled growls groaned groans gasped gasps protested protests \
    insisted insists admitted admits agreed agrees announced announces told tells hissed \
    hisses breathed breathes barked barks begged begs bellowed bellows blurted blurts boomed \
    booms chuckled chuckles commanded commands commented comments complained complains \
    conceded concedes concluded concludes confessed confesses confirmed confirms corrected \
    corrects croaked croaks drawled drawls echoed echoes ejaculated exhaled finished finishes \
    giggled giggles grinned grins grumbled grumbles grunted grunts huffed huffs hummed \
    insinuated instructed interjected interjects interposed intoned intones joked jokes lied \
    lies mentioned mentions moaned moans mocked mumbled mumbles nodded nods noted notes \
    objected objects offered offers ordered orders panted pants pleaded pleads pointed pressed \
    proclaimed promised promises pronounced proposed proposes purred purrs quipped quips \
    quoted rasped rasps read recalled reminded reminds resumed resumes roared roars scoffed \
    scoffs shrieked shrieks shrugged shrugs smiled smiles smirked smirks sneered sneers \
    snarled snarls snorted snorts sobbed sobs spat spits spoke speaks squeaked squeaks \
    squealed stammered stammers stated states stuttered stutters swore swears teased teases \
    thundered urged urges uttered utters volunteered wailed wails warned warns went wept \
    whimpered whimpers whined whines whispering yawned yelped yelps pursued rejoined assented \
    apologised apologized assured assures chimed chorused coaxed cooed countered counters \
    crooned cursed deadpanned vowed wheezed acknowledged advised advises affirmed agonised \
    ordered put quavered faltered gushed sang sings prompted prayed prays greeted mouthed
    """
  )

  /// English verbs of thinking.
  static let thinking = set(
    """
    thought thinks think wondered wonders wonder mused muses reflected reflects decided \
    realised realized
    """
  )

  /// English pronouns that may be the subject of a tag.
  static let pronouns = set(
    """
    he she i they we it you someone somebody everyone another one both
    """
  )

  /// Words that begin a noun phrase.
  static let determiners = set(
    """
    the a an his her my their our this that one another old poor young little
    """
  )

  /// French verbs of saying and thinking that stand before their subject.
  static let french = set(
    """
    dit dis demanda demande répondit répond répliqua réplique cria crie murmura murmure \
    souffla souffle grogna grogne reprit reprend continua continue ajouta ajoute fit fait \
    lança lance lâcha lâche s'écria s'écrie s'exclama s'exclame annonça annonce commença \
    commence intervint intervient soupira soupire chuchota chuchote hurla hurle protesta \
    protesta insista insiste expliqua explique coupa coupe interrompit railla ricana gronda \
    gémit admit avoua avoue affirma affirme déclara déclare ordonna ordonne supplia proposa \
    propose suggéra suggère remarqua remarque observa observe conclut acquiesça approuva \
    bafouilla balbutia bégaya bredouilla marmonna marmotta marmonne maugréa siffla sourit rit \
    s'enquit s'étonna s'indigna s'inquiéta rétorqua rétorque riposta objecta confirma confirme \
    rassura prévint promit jura pleura sanglota susurra aboya tonna vociféra répéta répète \
    poursuivit poursuit pensa pense songea songe appela appelle précisa précise interrogea \
    questionna nota plaisanta corrigea cracha articula chantonna concéda enchaîna
    """
  )

  /// German verbs of saying that stand before their subject.
  static let german = set(
    """
    sagte sagt fragte fragt antwortete antwortet rief ruft flüsterte flüstert murmelte murmelt \
    erwiderte erwidert meinte meint schrie schreit entgegnete entgegnet erklärte bemerkte brummte \
    knurrte seufzte stöhnte stammelte stotterte wisperte hauchte zischte fauchte keuchte schluchzte \
    lachte grinste kicherte befahl warnte bestätigte protestierte wiederholte ergänzte raunte \
    brüllte kreischte jammerte murrte nuschelte dachte denkt
    """
  )

  /// German words that may be a tag's subject or begin one.
  static let germanSubjects = set(
    """
    er sie ich es wir ihr der die das ein eine mein meine sein seine ihre
    """
  )

  /// French pronouns that hang on the verb of a tag.
  static let frenchPronouns = set("je tu il elle on nous vous ils elles")

  /// French words that begin a noun phrase.
  static let frenchDeterminers = set(
    """
    le la les un une des mon ma mes son sa ses ce cette l'autre notre leur
    """
  )

  /// Verbs of saying of languages whose dialogue sets the narrator between dashes.
  static let dashed = set(
    """
    dijo preguntó respondió contestó exclamó murmuró susurró gritó añadió replicó repuso \
    continuó dice pregunta responde contesta susurra murmura grita disse perguntou respondeu \
    murmurou gritou exclamou sussurrou continuou acrescentou diz chiese rispose mormorò \
    sussurrò gridò esclamò aggiunse сказал сказала спросил спросила ответил ответила крикнул \
    крикнула прошептал прошептала подумал подумала powiedział powiedziała zapytał zapytała \
    odparł odparła szepnął szepnęła said asked
    """
  )

  /// Words with which a narrator goes on to say how something is said.
  static let manner = set(
    """
    en avec sans comme tandis with without as while before after but
    """
  )

  /// Irregular past tenses that a narrator's beat often has.
  static let past = set(
    """
    took looked turned sat stood went came put gave shook held let made got ran rose fell drew \
    bent left kept felt saw heard thought knew was were had did could would threw caught lay \
    led met leant leaned
    """
  )

  /// English verbs of writing.
  static let writing = set(
    """
    wrote writes written typed types texted texts messaged messages emailed
    """
  )

  /// Forms that lead to speech besides the verbs of a tag, as in `announcing "Madame Mila!"`.
  static let leading = set(
    """
    saying say asking crying calling murmuring muttering whispering shouting exclaiming adding \
    replying answer answering announcing declaring repeating screaming yelling uttered cry \
    reply exclaim whisper murmur shout repeat out himself herself itself themselves
    """
  )

  /// Words that lead to a name or to a word talked about.
  static let naming = set(
    """
    called call calls calling named names name termed known titled entitled title word words \
    phrase term expression so-called dubbed nicknamed styled labelled labeled letter letters \
    book song poem ballad play tune nickname alias novel film movie opera album magazine \
    newspaper painting episode
    """
  )

  /// Words before a word in marks that the narrator does not stand behind.
  static let scare = set(
    """
    so-called self-styled self-proclaimed supposed alleged these those your its
    """
  )

  /// Words that lead to an inscription.
  static let inscription = set(
    """
    labelled labeled marked inscribed inscription sign signs board plate headed reading read \
    reads headline motto stamped engraved printed carved painted banner poster plaque placard \
    notice badge graffiti billboard tattoo sticker caption
    """
  )

  /// Verbs that make what stands before them a subject.
  static let copulas = set(
    """
    was is were are had has meant means would could should might will became sounds
    """
  )

  /// Titles that a stop follows.
  static let titles = set(
    """
    Mr Mrs Ms Dr St Mme Mlle Prof Capt Col Lt Sgt Rev Hon Jr Sr Gen Maj Sen
    """
  )

  /// Words that begin the object of a verb of thinking or writing.
  static let objects = set(
    """
    about of that it he she they i we you him her them his the a an if whether how what who \
    why there
    """
  )
}
