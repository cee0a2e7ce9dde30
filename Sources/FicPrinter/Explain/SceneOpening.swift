import FicModel

/// What a scene's first row says of it.
enum SceneOpening {
  /// What opened the scene, and what the lines before it name.
  ///
  /// `number` is the scene's in its chapter, from 1.
  static func words(of scene: Scene, number: Int) -> String {
    let isFirst = number == 1 && scene.sceneBreak == .opening
    var parts = [isFirst ? "the story begins" : words(of: scene.sceneBreak)]
    if let view = scene.pointOfView { parts.append("point of view: \(SafeText.visible(view))") }
    if let place = scene.placeAndTime { parts.append("place, time: \(SafeText.visible(place))") }
    return parts.joined(separator: " · ")
  }

  private static func words(of sceneBreak: SceneBreak) -> String {
    switch sceneBreak {
    case .opening: "the story goes on after other matter"
    case .ornament: "after a break line"
    case .blankLines: "after blank lines"
    case .pointOfView: "after a line that names a point of view"
    case .slug: "after a line that names a place or a time"
    case .flashback: "after a flashback line"
    case .correction: "where you said"
    }
  }
}
