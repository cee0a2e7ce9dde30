extension FoldingTable {
  /// Letters and vowel signs that Unicode also writes as several scalars: the composed one, then
  /// its parts.
  ///
  /// The canonical decompositions of UnicodeData.txt (Unicode 15) for the scripts of India and
  /// their neighbours, whose points make other letters, so that none can be dropped.
  static let compositions: [String] = [
    "\u{929}\u{928}\u{93C}", "\u{931}\u{930}\u{93C}", "\u{934}\u{933}\u{93C}",
    "\u{958}\u{915}\u{93C}", "\u{959}\u{916}\u{93C}", "\u{95A}\u{917}\u{93C}",
    "\u{95B}\u{91C}\u{93C}", "\u{95C}\u{921}\u{93C}", "\u{95D}\u{922}\u{93C}",
    "\u{95E}\u{92B}\u{93C}", "\u{95F}\u{92F}\u{93C}", "\u{9CB}\u{9C7}\u{9BE}",
    "\u{9CC}\u{9C7}\u{9D7}", "\u{9DC}\u{9A1}\u{9BC}", "\u{9DD}\u{9A2}\u{9BC}",
    "\u{9DF}\u{9AF}\u{9BC}", "\u{A33}\u{A32}\u{A3C}", "\u{A36}\u{A38}\u{A3C}",
    "\u{A59}\u{A16}\u{A3C}", "\u{A5A}\u{A17}\u{A3C}", "\u{A5B}\u{A1C}\u{A3C}",
    "\u{A5E}\u{A2B}\u{A3C}", "\u{B48}\u{B47}\u{B56}", "\u{B4B}\u{B47}\u{B3E}",
    "\u{B4C}\u{B47}\u{B57}", "\u{B5C}\u{B21}\u{B3C}", "\u{B5D}\u{B22}\u{B3C}",
    "\u{B94}\u{B92}\u{BD7}", "\u{BCA}\u{BC6}\u{BBE}", "\u{BCB}\u{BC7}\u{BBE}",
    "\u{BCC}\u{BC6}\u{BD7}", "\u{C48}\u{C46}\u{C56}", "\u{CC0}\u{CBF}\u{CD5}",
    "\u{CC7}\u{CC6}\u{CD5}", "\u{CC8}\u{CC6}\u{CD6}", "\u{CCA}\u{CC6}\u{CC2}",
    "\u{CCB}\u{CC6}\u{CC2}\u{CD5}", "\u{D4A}\u{D46}\u{D3E}", "\u{D4B}\u{D47}\u{D3E}",
    "\u{D4C}\u{D46}\u{D57}", "\u{DDA}\u{DD9}\u{DCA}", "\u{DDC}\u{DD9}\u{DCF}",
    "\u{DDD}\u{DD9}\u{DCF}\u{DCA}", "\u{DDE}\u{DD9}\u{DDF}", "\u{F43}\u{F42}\u{FB7}",
    "\u{F4D}\u{F4C}\u{FB7}", "\u{F52}\u{F51}\u{FB7}", "\u{F57}\u{F56}\u{FB7}",
    "\u{F5C}\u{F5B}\u{FB7}", "\u{F69}\u{F40}\u{FB5}", "\u{F73}\u{F71}\u{F72}",
    "\u{F75}\u{F71}\u{F74}", "\u{F76}\u{FB2}\u{F80}", "\u{F78}\u{FB3}\u{F80}",
    "\u{F81}\u{F71}\u{F80}", "\u{F93}\u{F92}\u{FB7}", "\u{F9D}\u{F9C}\u{FB7}",
    "\u{FA2}\u{FA1}\u{FB7}", "\u{FA7}\u{FA6}\u{FB7}", "\u{FAC}\u{FAB}\u{FB7}",
    "\u{FB9}\u{F90}\u{FB5}", "\u{1B06}\u{1B05}\u{1B35}", "\u{1B08}\u{1B07}\u{1B35}",
    "\u{1B0A}\u{1B09}\u{1B35}", "\u{1B0C}\u{1B0B}\u{1B35}", "\u{1B0E}\u{1B0D}\u{1B35}",
    "\u{1B12}\u{1B11}\u{1B35}", "\u{1B3B}\u{1B3A}\u{1B35}", "\u{1B3D}\u{1B3C}\u{1B35}",
    "\u{1B40}\u{1B3E}\u{1B35}", "\u{1B41}\u{1B3F}\u{1B35}", "\u{1B43}\u{1B42}\u{1B35}",
  ]
}
