using Cybernetes.Api.Machinery;
using Cybernetes.Client.Transport;

namespace Cybernetes.Manifests;

/// <summary>Where an object of a manifest is on the server.</summary>
/// <param name="Resource">Its resource.</param>
/// <param name="Namespace">Its namespace; empty for none.</param>
/// <param name="Name">Its name.</param>
internal readonly record struct ManifestObject(GroupVersionResource Resource, string Namespace, string Name)
{
    /// <summary>Its path.</summary>
    public string Path => ApiPath.Of(Resource, Namespace, Name);

    /// <summary>One line of the record of what was applied.</summary>
    public override string ToString() => $"{Resource.Group}|{Resource.Version}|{Resource.Resource}|{Namespace}|{Name}";

    /// <summary>Reads such a line; null where it is none.</summary>
    public static ManifestObject? Parse(string line) =>
        line.Split('|') is [var group, var version, var resource, var ns, var name] ? new ManifestObject(new GroupVersionResource(group, version, resource), ns, name) : null;

    /// <summary>The same object, in whatever version.</summary>
    public bool IsSame(ManifestObject other) =>
        (Resource.Group, Resource.Resource, Namespace, Name) == (other.Resource.Group, other.Resource.Resource, other.Namespace, other.Name);
}
