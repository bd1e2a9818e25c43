using Cybernetes.Api;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>Answers writes with what their target shows.</summary>
internal static class TargetResponse
{
    public static Response Respond(this UpdateTarget target, ServedResource resource, UpdateResult result)
    {
        var code = result.Created ? 201 : 200;
        return target.ShowsWhole
            ? new StoredResponse(code, resource, result.Object)
            : new ObjectResponse(code, target.Show(resource, result.Object.Object));
    }
}
