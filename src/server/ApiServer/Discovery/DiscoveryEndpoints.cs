using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Negotiation;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Discovery;

/// <summary>Answers <c>/api</c>, <c>/apis</c> and what is below them, as documents of each version or, when asked so, as one (KEP-3352).</summary>
public sealed class DiscoveryEndpoints(ResourceTable resources)
{
    /// <summary>Adds the endpoints.</summary>
    public void AddTo(PathTable paths)
    {
        paths.Add("/api", ApiAsync).Add("/api/", ApiAsync).Add("/apis", ApisAsync).Add("/apis/", ApisAsync);
        paths.AddBelow("/api/", VersionAsync).AddBelow("/apis/", VersionAsync);
    }

    private ValueTask<Response> ApiAsync(RequestContext context, CancellationToken cancellationToken) =>
        Answer(context, () => AggregatedAccept.Wants(context.Accept) is { } version
            ? AggregatedDocument.Make(DiscoveryModel.Of(resources).Where(group => group.Name.Length == 0), version)
            : new APIVersions
            {
                Versions = ["v1"],
                ServerAddressByClientCIDRs = [new ServerAddressByClientCIDR { ClientCIDR = "0.0.0.0/0", ServerAddress = context.Http?.Request.Host.Value ?? "" }],
            });

    private ValueTask<Response> ApisAsync(RequestContext context, CancellationToken cancellationToken) =>
        Answer(context, () => AggregatedAccept.Wants(context.Accept) is { } version
            ? AggregatedDocument.Make(DiscoveryModel.Of(resources).Where(group => group.Name.Length > 0), version)
            : GroupDocuments.List(DiscoveryModel.Of(resources)));

    private ValueTask<Response> VersionAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var parts = context.Path.Trim('/').Split('/');
        var (group, version) = parts switch
        {
            ["api", var core] => ("", core),
            ["apis", var name] => (name, ""),
            ["apis", var name, var one] => (name, one),
            _ => (null, ""),
        };
        if (group is null || !resources.Serves(group))
        {
            return new(new BytesResponse(404, "text/plain; charset=utf-8", "404 page not found\n"u8.ToArray()));
        }

        if (version.Length > 0 && !resources.Serves(group, version))
        {
            throw ApiErrors.NoSuchResource();
        }

        return Answer(context, () => version.Length == 0
            ? GroupDocuments.One(DiscoveryModel.Of(resources).First(each => each.Name == group))
            : VersionDocument.Make(DiscoveryModel.Of(resources).First(each => each.Name == group).Versions.First(each => each.Version == version)));
    }

    private static ValueTask<Response> Answer(RequestContext context, Func<Api.Machinery.IKind> make)
    {
        if (context.Method is not ("GET" or "HEAD"))
        {
            throw ApiErrors.MethodNotAllowed();
        }

        var aggregated = AggregatedAccept.Wants(context.Accept) is not null && context.Path.Trim('/') is "api" or "apis";
        context.Output = aggregated
            ? OutputFormat.Json
            : AcceptHeader.Choose(context.Accept, false, out _) ?? throw ApiErrors.NotAcceptable(MediaTypes.Acceptable);
        var document = make();
        var body = document is APIResourceList { GroupVersion: "v1" } && context.Output.Encoding == Encoding.Json
            ? CoreDocument(document)
            : ObjectEncoder.Document(document, context.Output.Encoding);
        var type = document is Api.ApiDiscoveryV2.APIGroupDiscoveryList ? "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList" : context.Output.MediaType;
        var tag = ETag.Of(body);
        return new(new BytesResponse(200, type, body) { Headers = [new("ETag", tag), new("Vary", "Accept")] });
    }

    /// <summary>The core group's document has no apiVersion, as it never had.</summary>
    private static byte[] CoreDocument(Api.Machinery.IKind document) => Api.Machinery.Value.ToValue(document).Without("apiVersion").ToJson();
}
