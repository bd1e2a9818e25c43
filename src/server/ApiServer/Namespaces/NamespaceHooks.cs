using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.ApiServer.Registry;

namespace Cybernetes.ApiServer.Namespaces;

/// <summary>A deleted namespace also waits for the finalizers of its spec.</summary>
internal sealed class NamespaceHooks : WriteHooks
{
    public override bool IsFinalized(IObject value) => ((Namespace)value).Spec.Finalizers.IsEmpty;
}
