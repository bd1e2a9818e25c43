using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;

namespace Cybernetes.ApiServer.Patching;

/// <summary>Server-side apply.</summary>
internal static class ApplyPatch
{
    public static ObjectPatch Read(RequestContext context, UpdateTarget target, PatchOptions options, TimeProvider time) => throw PatchForms.Unsupported();
}
