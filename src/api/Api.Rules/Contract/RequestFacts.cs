using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What the rules may know of a request: who asks and when.</summary>
public sealed record RequestFacts
{
    /// <summary>A request of nobody at the beginning of time: for rules that look at neither.</summary>
    public static RequestFacts None { get; } = new();

    /// <summary>The user's name.</summary>
    public string User { get; init; } = "";

    /// <summary>The user's uid.</summary>
    public string Uid { get; init; } = "";

    /// <summary>The user's groups.</summary>
    public ValueList<string> Groups { get; init; }

    /// <summary>What else the authenticator said of the user.</summary>
    public ValueMap<StringList> Extra { get; init; }

    /// <summary>The time of the request.</summary>
    public Time Now { get; init; }
}
