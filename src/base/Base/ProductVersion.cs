namespace Cybernetes.Base;

/// <summary>The version that <c>/version</c>, node status, user agents and <c>--version</c> show.</summary>
public static class ProductVersion
{
    /// <summary>Upstream's major version.</summary>
    public const string Major = "1";

    /// <summary>Upstream's minor version.</summary>
    public const string Minor = "36";

    /// <summary>Upstream's version, and after the plus sign our own build of it.</summary>
    public const string GitVersion = "v1.36.2+c8s.1";
}
