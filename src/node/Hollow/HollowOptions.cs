using Cybernetes.Api.Machinery;

namespace Cybernetes.Hollow;

/// <summary>What simulated nodes look like. Immutable.</summary>
public sealed record HollowOptions
{
    /// <summary>How many nodes.</summary>
    public int Nodes { get; init; } = 1;

    /// <summary>What their names begin with; a number follows.</summary>
    public string Prefix { get; init; } = "hollow-";

    /// <summary>Each node's processors.</summary>
    public Quantity Cpu { get; init; } = Quantity.Parse("4");

    /// <summary>Each node's memory.</summary>
    public Quantity Memory { get; init; } = Quantity.Parse("32Gi");

    /// <summary>How many pods each node runs at most.</summary>
    public int Pods { get; init; } = 110;

    /// <summary>Nodes take turns in so many zones; 0 for none.</summary>
    public int Zones { get; init; }

    /// <summary>How long a pod takes from its assignment to Running and Ready.</summary>
    public TimeSpan StartAfter { get; init; }

    /// <summary>How often a node's lease is renewed.</summary>
    public TimeSpan LeasePeriod { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many requests may be under way at once.</summary>
    public int Parallel { get; init; } = 32;

    /// <summary>The name of a node by its number.</summary>
    public string NameOf(int number) => $"{Prefix}{number}";
}
