using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <inheritdoc/>
public abstract class KindRules<T> : KindRules
    where T : class, IObject<T>
{
    /// <inheritdoc/>
    public override KindInfo Info => T.Info;

    /// <summary>How names must look; null for any path segment. The flag tells that a prefix, a generateName, is meant.</summary>
    protected virtual IReadOnlyList<string> CheckName(string name, bool prefix) => NameRules.Subdomain(name, prefix);

    /// <inheritdoc cref="KindRules.Default"/>
    protected virtual T OnDefault(T obj) => obj;

    /// <summary>Clears and sets what a create may not or must have.</summary>
    protected virtual T OnCreate(T obj, RequestFacts facts) => obj;

    /// <summary>Keeps what an update may not change.</summary>
    protected virtual T OnUpdate(T obj, T old, RequestFacts facts) => obj;

    /// <summary>Adds what is wrong with an object, its metadata included.</summary>
    protected virtual void Validate(T obj, ErrorList errors) => ValidateMeta(obj, errors);

    /// <summary>Adds what is wrong with an update; the metadata of both has been compared.</summary>
    protected virtual void ValidateUpdate(T obj, T old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Validate(obj, errors);
    }

    /// <inheritdoc cref="KindRules.Warnings"/>
    protected virtual void Warn(T obj, T? old, List<string> warnings)
    {
    }

    /// <summary>True where finalizers must be standard or have a domain; false for the groups that came later.</summary>
    protected virtual bool CoreMetadata => true;

    /// <summary>Adds what is wrong with an object's metadata.</summary>
    protected void ValidateMeta(T obj, ErrorList errors)
    {
        MetaRules.Validate(obj.Metadata, Info.Namespaced, CheckName, FieldPath.Of("metadata"), errors);
        Finalizers(obj, errors);
    }

    /// <summary>Adds what an update may not change of an object's metadata.</summary>
    protected void ValidateMetaUpdate(T obj, T old, ErrorList errors)
    {
        MetaRules.ValidateUpdate(obj.Metadata, old.Metadata, FieldPath.Of("metadata"), errors);
        Finalizers(obj, errors);
    }

    private void Finalizers(T obj, ErrorList errors)
    {
        if (CoreMetadata)
        {
            MetaRules.CoreFinalizers(obj.Metadata.Finalizers, FieldPath.Of("metadata", "finalizers"), errors);
        }
    }

    /// <inheritdoc/>
    public sealed override IObject Default(IObject obj) => OnDefault((T)obj);

    /// <inheritdoc/>
    public sealed override IObject BeforeCreate(IObject obj, RequestFacts facts)
    {
        var typed = (T)obj;
        typed = typed.With(typed.Metadata with { DeletionTimestamp = null, DeletionGracePeriodSeconds = null, SelfLink = "" });
        return OnCreate(typed, facts);
    }

    /// <inheritdoc/>
    public sealed override ErrorList ValidateCreate(IObject obj)
    {
        var errors = new ErrorList();
        Validate((T)obj, errors);
        if (errors.IsEmpty)
        {
            MetaRules.Validate(obj.Metadata, Info.Namespaced, NameRules.PathSegment, FieldPath.Of("metadata"), errors);
        }

        return errors;
    }

    /// <inheritdoc/>
    public sealed override IObject BeforeUpdate(IObject obj, IObject old, RequestFacts facts)
    {
        var (typed, typedOld) = ((T)obj, (T)old);
        typed = OnUpdate(typed.With(MetaRules.BeforeUpdate(typed.Metadata, old.Metadata)), typedOld, facts);
        return typed;
    }

    /// <inheritdoc/>
    public sealed override ErrorList ValidateUpdate(IObject obj, IObject old)
    {
        var errors = new ErrorList();
        MetaRules.ValidateCommon(obj.Metadata, old.Metadata, Info.Namespaced, errors);
        ValidateUpdate((T)obj, (T)old, errors);
        return errors;
    }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<string> Warnings(IObject obj, IObject? old)
    {
        var warnings = new List<string>();
        Warn((T)obj, (T?)old, warnings);
        return warnings.Distinct(StringComparer.Ordinal).ToArray();
    }

    /// <summary>A generation one higher where something of the spec changed, otherwise the old one.</summary>
    protected static T WithGeneration(T obj, T old, bool changed) =>
        changed ? obj.With(obj.Metadata with { Generation = old.Metadata.Generation + 1 }) : obj;

    /// <summary>The first generation.</summary>
    protected static T FirstGeneration(T obj) => obj.With(obj.Metadata with { Generation = 1 });
}
