/// A stretch of story between two breaks.
public struct Scene: Hashable, Sendable {
  /// From the first to the last character of narrative, in the stored chapter text.
  ///
  /// Break lines, slugs and notes between scenes lie outside.
  public var span: TextSpan

  /// What opened it.
  public var sceneBreak: SceneBreak

  /// Whose point of view a line before the scene names.
  public var pointOfView: String?

  /// The place and time that a line before the scene names.
  public var placeAndTime: String?

  /// Creates a scene.
  public init(
    span: TextSpan,
    sceneBreak: SceneBreak,
    pointOfView: String? = nil,
    placeAndTime: String? = nil
  ) {
    self.span = span
    self.sceneBreak = sceneBreak
    self.pointOfView = pointOfView
    self.placeAndTime = placeAndTime
  }
}
