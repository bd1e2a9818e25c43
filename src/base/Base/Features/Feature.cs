namespace Cybernetes.Base.Features;

/// <summary>A feature gate as 1.36 declares it.</summary>
public sealed record Feature(string Name, bool Default, FeatureStage Stage, bool Locked = false);
