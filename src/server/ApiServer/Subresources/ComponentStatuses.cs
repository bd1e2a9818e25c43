using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Subresources;

/// <summary>The deprecated ComponentStatus: what this process knows of its own parts.</summary>
internal static class ComponentStatuses
{
    private const string Deprecated = "v1 ComponentStatus is deprecated in v1.19+";
    private static readonly string[] _names = ["controller-manager", "scheduler", "etcd-0"];

    public static void AddTo(ServedResource resource) => resource.With("list", ListAsync).With("get", GetAsync);

    private static ValueTask<Response> ListAsync(RequestContext context, CancellationToken cancellationToken)
    {
        context.Warn(Deprecated);
        return new(new ObjectResponse(200, new ComponentStatusList { Items = _names.Select(Make).ToValueList() }));
    }

    private static ValueTask<Response> GetAsync(RequestContext context, CancellationToken cancellationToken)
    {
        context.Warn(Deprecated);
        return _names.Contains(context.Info.Name)
            ? new(new ObjectResponse(200, Make(context.Info.Name)))
            : throw ApiErrors.NotFound(context.Resource!.GroupResource, context.Info.Name);
    }

    private static ComponentStatus Make(string name) => new()
    {
        Metadata = new() { Name = name },
        Conditions = [new ComponentCondition { Type = "Healthy", Status = "True", Message = "ok" }],
    };
}
