/// The version of ficsearch: of its programs, packages and man pages.
///
/// `Scripts/version` reads it from here.
public enum ProductVersion {
  /// As `--version` prints it.
  public static let text = "0.2.0"
}
