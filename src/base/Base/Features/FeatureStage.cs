namespace Cybernetes.Base.Features;

/// <summary>How far a feature has come.</summary>
public enum FeatureStage
{
    /// <summary>Off by default.</summary>
    Alpha,

    /// <summary>Usually on by default.</summary>
    Beta,

    /// <summary>Always on when locked.</summary>
    GA,

    /// <summary>On its way out.</summary>
    Deprecated,
}
