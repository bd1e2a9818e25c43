using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Negotiation;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Pipeline;

/// <summary>Finds who carries out a request, or refuses it as upstream's mux would.</summary>
public sealed class Router(ResourceTable resources, PathTable paths)
{
    private static readonly BytesResponse _pageNotFound = new(404, "text/plain; charset=utf-8", "404 page not found\n"u8.ToArray());

    /// <summary>The handler; the request's resource and output format are set.</summary>
    /// <exception cref="ApiException">There is none.</exception>
    public VerbHandler Route(RequestContext context)
    {
        var info = context.Info;
        if (!info.IsResourceRequest)
        {
            return paths.Find(info.Path) ?? PageNotFound;
        }

        if (resources.Find(info.Group, info.Version, info.Resource) is not { } resource)
        {
            return resources.Serves(info.Group) ? throw ApiErrors.NoSuchResource() : paths.Find(info.Path) ?? PageNotFound;
        }

        CheckShape(info, resource);
        context.Resource = resource;
        context.Warn(resource.Deprecation);
        var handler = info.Subresource.Length == 0 ? OfResource(info, resource) : OfSubresource(context, resource);
        if (info.Subresource is not ("proxy" or "log" or "exec" or "attach" or "portforward"))
        {
            context.Output = OutputOf(context);
        }

        return handler;
    }

    /// <summary>How many objects are stored of the resource that a request names; 0 for paths.</summary>
    public int StoredBy(RequestInfo info) =>
        info.IsResourceRequest && resources.Find(info.Group, info.Version, info.Resource) is { Storage: { } storage } ? storage.Cache.Snapshot.Count : 0;

    private static ValueTask<Response> PageNotFound(RequestContext context, CancellationToken cancellationToken) => new(_pageNotFound);

    private static void CheckShape(RequestInfo info, ServedResource resource)
    {
        var hasNamespace = info.Namespace.Length > 0 && info.Resource != "namespaces";
        if ((hasNamespace && !resource.Namespaced) || (resource.Namespaced && !hasNamespace && info.Name.Length > 0) || !info.IsWellFormed)
        {
            throw ApiErrors.NoSuchResource();
        }
    }

    private static VerbHandler OfResource(RequestInfo info, ServedResource resource)
    {
        var needsName = info.Verb is "get" or "update" or "patch" or "delete";
        var misfits = needsName != info.Name.Length > 0 && info.Verb != "watch";
        var crossesNamespaces = info.Verb is "create" or "deletecollection" && resource.Namespaced && info.Namespace.Length == 0;
        return !misfits && !crossesNamespaces && resource.Verbs.TryGetValue(info.Verb, out var handler)
            ? handler
            : throw ApiErrors.MethodNotAllowed();
    }

    private static VerbHandler OfSubresource(RequestContext context, ServedResource resource)
    {
        var info = context.Info;
        if (!resource.Subresources.TryGetValue(info.Subresource, out var subresource))
        {
            throw ApiErrors.NoSuchResource();
        }

        // A backend behind a proxy is asked with OPTIONS too, which is no verb of the API.
        var verb = info.Subresource == "proxy" && context.Method == "OPTIONS" ? "get" : info.Verb;
        return subresource.Verbs.TryGetValue(verb, out var handler) ? handler : throw ApiErrors.MethodNotAllowed();
    }

    /// <summary>What is asked by creating an object (reviews, tokens, bindings, evictions) has no rows to print.</summary>
    private static bool PrintsTables(RequestContext context) =>
        context.Info.Subresource is not ("binding" or "eviction" or "token") && (context.Resource!.Storage is not null || context.Resource.Verbs.ContainsKey("list"));

    private static OutputFormat OutputOf(RequestContext context)
    {
        if (context.Http is null && context.Accept.Length == 0)
        {
            return OutputFormat.Object;
        }

        var format = AcceptHeader.Choose(context.Accept, context.Info.Verb == "watch", out var known, PrintsTables(context))
            ?? throw (known ? ApiErrors.NotAcceptable(MediaTypes.Acceptable) : ApiErrors.NotAcceptableByMux());
        if (context.Http is null && format.Shape == Shape.Metadata)
        {
            return format with { Encoding = Encoding.Object };
        }

        return PrettyPrint.IsWanted(context) ? format with { Pretty = true } : format;
    }
}
