using System.Collections.Frozen;

namespace Cybernetes.ApiServer.Authentication;

/// <summary>Who makes a request, as authentication found it and everything after it reads it. Immutable.</summary>
public sealed record UserInfo(string Name)
{
    /// <summary>Every request that shows no credentials, when anonymous requests are let in.</summary>
    public const string AnonymousName = "system:anonymous";

    /// <summary>The group of requests without credentials.</summary>
    public const string UnauthenticatedGroup = "system:unauthenticated";

    /// <summary>The group of every authenticated user.</summary>
    public const string AuthenticatedGroup = "system:authenticated";

    /// <summary>The group that may do everything.</summary>
    public const string MastersGroup = "system:masters";

    /// <summary>The group of kubelets.</summary>
    public const string NodesGroup = "system:nodes";

    /// <summary>What node users' names begin with.</summary>
    public const string NodePrefix = "system:node:";

    /// <summary>The user without credentials.</summary>
    public static UserInfo Anonymous { get; } = new(AnonymousName) { Groups = [UnauthenticatedGroup] };

    /// <summary>The server's own identity, for its loopback requests.</summary>
    public static UserInfo ApiServer { get; } = new("system:apiserver") { Groups = [MastersGroup, AuthenticatedGroup] };

    /// <summary>Distinguishes users of one name over time; may be empty.</summary>
    public string Uid { get; init; } = "";

    /// <summary>Groups in the order they were found.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Further facts, such as the pod a token is bound to.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Extra { get; init; } = FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>The node's name when this is a kubelet's identity, else null.</summary>
    public string? NodeName =>
        Name.StartsWith(NodePrefix, StringComparison.Ordinal) && InGroup(NodesGroup) ? Name[NodePrefix.Length..] : null;

    /// <summary>Whether the user is in a group.</summary>
    public bool InGroup(string group)
    {
        foreach (var each in Groups)
        {
            if (each == group)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>This user with a group added when it lacks it.</summary>
    public UserInfo WithGroup(string group) => InGroup(group) ? this : this with { Groups = [.. Groups, group] };
}
