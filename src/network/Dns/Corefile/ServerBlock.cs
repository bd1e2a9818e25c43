using System.Collections.Immutable;

namespace Cybernetes.Dns.Corefile;

/// <summary>A line of a plugin's block, or its first line: the words, and a block of its own when braces follow.</summary>
public sealed record Directive(string Name, ImmutableArray<string> Arguments, ImmutableArray<Directive> Block, string File, int Line)
{
    /// <summary>The complaint that this line is wrong.</summary>
    public CorefileException Error(string message) => new(File, Line, message);

    /// <summary>The only argument, or a complaint.</summary>
    public string One() => Arguments.Length == 1 ? Arguments[0] : throw Error("Wrong argument count or unexpected line ending after '" + (Arguments.LastOrDefault() ?? Name) + "'");

    /// <summary>The only argument as a number, or a complaint.</summary>
    public int Number(int least = 0, int most = int.MaxValue) =>
        int.TryParse(One(), System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number : throw Error($"{Name} must be in range [{least}, {most}]: {One()}");

    /// <summary>The only argument as a Go duration, or a complaint.</summary>
    public TimeSpan Duration() => Durations.Parse(One()) ?? throw Error($"invalid duration \"{One()}\"");
}

/// <summary>A server block: where it listens, for which zone, and its plugins.</summary>
public sealed record ServerBlock(ImmutableArray<ServerKey> Keys, ImmutableArray<Directive> Directives, int Line);

/// <summary>A key of a server block: "dns://zone:port". The zone is normal ("." for all).</summary>
public sealed record ServerKey(string Scheme, string Zone, int Port);
