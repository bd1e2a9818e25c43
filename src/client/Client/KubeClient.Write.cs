using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client.Transport;

namespace Cybernetes.Client;

/// <content>Create, update, patch and delete.</content>
public sealed partial class KubeClient
{
    /// <summary>Creates an object in its own namespace.</summary>
    public ValueTask<ApiResult<T>> CreateAsync<T>(T value, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IObject<T> =>
        SendAsync<T>(
            Request("POST", ResourceOf<T>.Declared, value.Metadata.Namespace, "") with { Body = ApiBody.Of(value), Query = ToQuery(options) },
            cancellationToken);

    /// <summary>Replaces an object; with a resource version only if it is still the current one.</summary>
    public ValueTask<ApiResult<T>> UpdateAsync<T>(T value, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IObject<T> =>
        UpdateAsync(value, "", options, cancellationToken);

    /// <summary>Replaces an object's status.</summary>
    public ValueTask<ApiResult<T>> UpdateStatusAsync<T>(T value, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IObject<T> =>
        UpdateAsync(value, "status", options, cancellationToken);

    /// <summary>Replaces an object through a subresource that takes the object itself, such as status, finalize or approval.</summary>
    public ValueTask<ApiResult<T>> UpdateAsync<T>(T value, string subresource, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IObject<T> =>
        SendAsync<T>(
            Request("PUT", ResourceOf<T>.Declared, value.Metadata.Namespace, value.Metadata.Name, subresource) with { Body = ApiBody.Of(value), Query = ToQuery(options) },
            cancellationToken);

    /// <summary>Patches an object, or one of its subresources.</summary>
    public ValueTask<ApiResult<T>> PatchAsync<T>(
        string @namespace, string name, Patch patch, string subresource = "", WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IObject<T> =>
        PatchAsync(ResourceOf<T>.Declared, @namespace, name, patch, subresource, options, cancellationToken);

    /// <summary>Patches an object of a resource, or one of its subresources.</summary>
    public ValueTask<ApiResult<T>> PatchAsync<T>(
        ResourceOf<T> at, string @namespace, string name, Patch patch, string subresource = "", WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IObject<T> =>
        SendAsync<T>(
            Request("PATCH", at, @namespace, name, subresource) with { Body = ApiBody.Of(patch.Body, patch.ContentType), Query = ToQuery(options) },
            cancellationToken);

    /// <summary>Applies a configuration (server-side apply), or a subresource's part of it.</summary>
    public ValueTask<ApiResult<T>> ApplyAsync<T>(T configuration, string fieldManager, bool force = false, string subresource = "", CancellationToken cancellationToken = default)
        where T : class, IObject<T> =>
        PatchAsync<T>(
            configuration.Metadata.Namespace,
            configuration.Metadata.Name,
            Patch.Apply(configuration),
            subresource,
            new WriteOptions { FieldManager = fieldManager, Force = force },
            cancellationToken);

    /// <summary>Deletes an object. The answer is a Status, or the object where it lives on (finalizers, graceful deletion).</summary>
    public ValueTask<ApiResult<IKind>> DeleteAsync<T>(string @namespace, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IObject<T> =>
        DeleteAsync(ResourceOf<T>.Declared, @namespace, name, options, cancellationToken);

    /// <summary>Deletes an object of a resource.</summary>
    public ValueTask<ApiResult<IKind>> DeleteAsync<T>(ResourceOf<T> at, string @namespace, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IObject<T> =>
        SendAsync<IKind>(Request("DELETE", at, @namespace, name) with { Body = ToBody(options) }, cancellationToken);

    /// <summary>Deletes the objects of a namespace that the selectors choose.</summary>
    public ValueTask<ApiResult<IKind>> DeleteCollectionAsync<T>(string @namespace, DeleteOptions? options = null, ListOptions? selection = null, CancellationToken cancellationToken = default)
        where T : class, IObject<T> =>
        DeleteCollectionAsync(ResourceOf<T>.Declared, @namespace, options, selection, cancellationToken);

    /// <summary>Deletes the objects of a resource in a namespace that the selectors choose.</summary>
    public ValueTask<ApiResult<IKind>> DeleteCollectionAsync<T>(ResourceOf<T> at, string @namespace, DeleteOptions? options = null, ListOptions? selection = null, CancellationToken cancellationToken = default)
        where T : class, IObject<T> =>
        SendAsync<IKind>(Request("DELETE", at, @namespace, "") with { Answer = null, Body = ToBody(options), Query = ToQuery(selection) }, cancellationToken);

    /// <summary>
    /// Posts to a subresource: <c>CreateSubresourceAsync&lt;Pod, Binding, Status&gt;(ns, name, "binding", binding)</c>, and likewise eviction and token.
    /// </summary>
    public ValueTask<ApiResult<TAnswer>> CreateSubresourceAsync<T, TBody, TAnswer>(
        string @namespace, string name, string subresource, TBody body, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IObject<T>
        where TBody : class, IKind
        where TAnswer : class, IKind =>
        SendAsync<TAnswer>(
            Request("POST", ResourceOf<T>.Declared, @namespace, name, subresource) with { Answer = null, Body = ApiBody.Of(body), Query = ToQuery(options) },
            cancellationToken);

    /// <summary>Reads a subresource of another kind, such as scale.</summary>
    public ValueTask<ApiResult<TAnswer>> GetSubresourceAsync<T, TAnswer>(string @namespace, string name, string subresource, CancellationToken cancellationToken = default)
        where T : class, IObject<T>
        where TAnswer : class, IKind =>
        SendAsync<TAnswer>(Request("GET", ResourceOf<T>.Declared, @namespace, name, subresource) with { Answer = null }, cancellationToken);

    /// <summary>Replaces a subresource of another kind, such as scale.</summary>
    public ValueTask<ApiResult<TBody>> UpdateSubresourceAsync<T, TBody>(
        string @namespace, string name, string subresource, TBody body, WriteOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IObject<T>
        where TBody : class, IKind =>
        SendAsync<TBody>(
            Request("PUT", ResourceOf<T>.Declared, @namespace, name, subresource) with { Answer = null, Body = ApiBody.Of(body), Query = ToQuery(options) },
            cancellationToken);

    private static ApiBody ToBody(DeleteOptions? options) => options is null ? default : ApiBody.Of(options);

    private static IReadOnlyList<KeyValuePair<string, string>> ToQuery(WriteOptions? options) => options?.ToQuery() ?? [];
}
