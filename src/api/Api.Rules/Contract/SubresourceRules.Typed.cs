using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <inheritdoc/>
public abstract class SubresourceRules<T> : SubresourceRules
    where T : class, IObject<T>
{
    /// <summary>Keeps what the subresource may not change.</summary>
    protected abstract T OnUpdate(T obj, T old, RequestFacts facts);

    /// <summary>Adds what is wrong with the write.</summary>
    protected virtual void ValidateUpdate(T obj, T old, ErrorList errors) =>
        MetaRules.ValidateUpdate(obj.Metadata, old.Metadata, FieldPath.Of("metadata"), errors);

    /// <inheritdoc cref="SubresourceRules.Warnings"/>
    protected virtual void Warn(T obj, T old, List<string> warnings)
    {
    }

    /// <inheritdoc/>
    public sealed override IObject BeforeUpdate(IObject obj, IObject old, RequestFacts facts)
    {
        var (typed, typedOld) = ((T)obj, (T)old);
        return OnUpdate(typed.With(MetaRules.BeforeUpdate(typed.Metadata, old.Metadata)), typedOld, facts);
    }

    /// <inheritdoc/>
    public sealed override ErrorList ValidateUpdate(IObject obj, IObject old)
    {
        var errors = new ErrorList();
        MetaRules.ValidateCommon(obj.Metadata, old.Metadata, T.Info.Namespaced, errors);
        ValidateUpdate((T)obj, (T)old, errors);
        return errors;
    }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<string> Warnings(IObject obj, IObject old)
    {
        var warnings = new List<string>();
        Warn((T)obj, (T)old, warnings);
        return warnings;
    }
}

/// <summary>A <c>/status</c> that keeps everything but the status, and the metadata that a status write may change.</summary>
/// <param name="keep">Lays the new object's status over the old object.</param>
/// <param name="validate">Adds what is wrong with the write; null where only the metadata is checked.</param>
public sealed class StatusRules<T>(Func<T, T, T> keep, Action<T, T, ErrorList>? validate = null) : SubresourceRules<T>
    where T : class, IObject<T>
{
    /// <inheritdoc/>
    protected override T OnUpdate(T obj, T old, RequestFacts facts) => keep(obj, old);

    /// <inheritdoc/>
    protected override void ValidateUpdate(T obj, T old, ErrorList errors)
    {
        MetaRules.ValidateUpdate(obj.Metadata, old.Metadata, FieldPath.Of("metadata"), errors);
        validate?.Invoke(obj, old, errors);
    }
}
