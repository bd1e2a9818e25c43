namespace Cybernetes.Kubectl.Commands.Get;

/// <summary>Media types that get asks for.</summary>
internal static class GetAccept
{
    /// <summary>A table where the server can make one.</summary>
    public const string Table = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json";
}
