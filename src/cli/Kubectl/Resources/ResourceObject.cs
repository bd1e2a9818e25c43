using Cybernetes.Api.Machinery;
using Cybernetes.Kubectl.Discovery;

namespace Cybernetes.Kubectl.Resources;

/// <summary>An object, or with a null document the place where one is or shall be.</summary>
/// <param name="Info">Its resource.</param>
/// <param name="Namespace">Its namespace; empty for cluster-wide kinds.</param>
/// <param name="Name">Its name; empty for one that the server shall name.</param>
/// <param name="Document">The object.</param>
/// <param name="Source">The file that it came from; empty where it came from the server.</param>
public sealed record ResourceObject(ResourceInfo Info, string Namespace, string Name, Value Document, string Source = "")
{
    /// <summary>The path of the object or of a subresource.</summary>
    public string Path(string subresource = "") => Info.Path(Namespace, Name, subresource);

    /// <summary><c>deployment.apps/web</c>.</summary>
    public string DisplayName => $"{Info.KindName}/{(Name.Length > 0 ? Name : Document.At("metadata", "name").AsString ?? "")}";
}
