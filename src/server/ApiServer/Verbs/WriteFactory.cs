using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>Makes the registry's write from a request.</summary>
internal static class WriteFactory
{
    public static WriteRequest From(RequestContext context, ServedResource resource, string subresource, IKind options) => new(resource, context.User)
    {
        Namespace = resource.Namespaced ? context.Info.Namespace : "",
        Name = context.Info.Name,
        Subresource = subresource,
        Options = options,
        Warn = context.Warn,
        Annotate = (key, value) => context.Audit?.Annotate(key, value),
    };
}
