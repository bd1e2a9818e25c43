namespace Cybernetes.ApiServer.Authentication.Certificates;

/// <summary>The headers a front proxy names users with (<c>--requestheader-*</c>).</summary>
public sealed record RequestHeaderOptions
{
    /// <summary>Headers that may hold the user's name.</summary>
    public IReadOnlyList<string> UserHeaders { get; init; } = ["x-remote-user"];

    /// <summary>Headers that may hold the user's uid.</summary>
    public IReadOnlyList<string> UidHeaders { get; init; } = [];

    /// <summary>Headers that hold groups.</summary>
    public IReadOnlyList<string> GroupHeaders { get; init; } = ["x-remote-group"];

    /// <summary>What the names of extra headers begin with.</summary>
    public IReadOnlyList<string> ExtraPrefixes { get; init; } = ["x-remote-extra-"];

    /// <summary>Common names a proxy's certificate may have; empty for any.</summary>
    public IReadOnlyList<string> AllowedNames { get; init; } = [];
}
